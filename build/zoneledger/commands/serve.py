"""``zoneledger serve``: build, show on localhost, rebuild on change."""

from __future__ import annotations

from pathlib import Path

import click

from zoneledger.commands.terminal import lang_option, root_option


@click.command("serve")
@root_option
@lang_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="端口。 Port.")
def serve_command(root: Path, lang: str, port: int) -> None:
    """本机预览。 Build, open on localhost, and rebuild when something changes."""
    from zoneledger import serve

    serve.run(root, port, lang)
