"""One pass of jupyterhub-idle-culler: API url and JSON options as arguments, the token in JUPYTERHUB_API_TOKEN. A third argument is what time it is."""
import asyncio
import json
import os
import sys
from datetime import datetime

import jupyterhub_idle_culler

if len(sys.argv) > 3:
    jupyterhub_idle_culler.utcnow = lambda: datetime.fromisoformat(sys.argv[3])

asyncio.run(jupyterhub_idle_culler.cull_idle(sys.argv[1], os.environ["JUPYTERHUB_API_TOKEN"], **json.loads(sys.argv[2])))
