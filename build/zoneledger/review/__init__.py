"""What a pull request does to the data, told in one comment.

Two halves that share no trust. ``results`` runs beside the pull request's own code, without a token, and leaves files.
All else runs later from the main branch with a token: it takes those files for hostile and quotes them in a comment.
"""
