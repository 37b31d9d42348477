"""Packages of Debian and Ubuntu: installed where that is allowed, else named in one line to copy."""

import os
import shutil
import subprocess
from pathlib import Path

from refusal import Refusal

LISTS = Path("/var/lib/apt/lists")


def install(packages: "list[str]", why: str) -> None:
    """Install `packages` as root or by sudo without a password. Refuses, with the line to type, where neither works."""
    if shutil.which("apt-get") is None:
        raise Refusal(
            f"{why}. Install it with this system's package manager (on Debian it is in: {' '.join(packages)})."
        )
    rights = _rights()
    if rights is None:
        line = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
        raise Refusal(f"{why}. Type this line once, then start again:\n\n  {line}\n")
    print(f"{why}. Installing with apt: {' '.join(packages)}", flush=True)
    command = [*rights, "apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages]
    if not any(LISTS.glob("*Packages*")):
        _apt([*rights, "apt-get", "-qq", "update"])
    elif _apt(command).returncode == 0:
        return
    else:
        _apt([*rights, "apt-get", "-qq", "update"])  # the lists may be older than the archive
    done = _apt(command)
    if done.returncode != 0:
        raise Refusal(
            f"apt stopped:\n{done.stdout.strip()}\nInstall these packages, then start again: {' '.join(packages)}"
        )


def _rights() -> "list[str] | None":
    """What to put before apt-get: nothing for root, sudo where it asks no password, None where neither helps."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def _apt(command: "list[str]") -> "subprocess.CompletedProcess[str]":
    # sudo drops the environment, so the quiet mode is set by env itself.
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    place = command.index("apt-get")
    words = command[:place] + quiet + command[place:]
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
