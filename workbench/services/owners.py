"""Who works on a job: a name that tells whether its process still lives."""

from __future__ import annotations

import os
import socket
import uuid


def new_owner() -> str:
    """Return a name for a worker of this process: host, process id and a random part."""
    return f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:12]}"


def is_dead(owner: str) -> bool:
    """Say whether an owner's process is known to be gone.

    Only a process of this machine can be known to be gone; for others the lease decides. A process id that
    another program took over meanwhile reads as alive, and the lease decides there too.
    """
    host, _, rest = owner.partition(":")
    process_id = rest.partition(":")[0]
    if host != socket.gethostname() or not process_id.isdigit():
        return False
    try:
        os.kill(int(process_id), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
