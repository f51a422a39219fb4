# Programs that reach for the machine.
# === a fork bomb that catches everything
import os
while True:
    try:
        os.fork()
    except BaseException:
        pass
# --> ends timeout, unsupported, error
# === a shell
import os
os.system("touch @HERE@; sleep 1000 &")
assert False, "no shell"
# --> ends error, unsupported
# === a process that outlives its parent
import subprocess, sys
subprocess.Popen([sys.executable or "python3", "-c", "import time; time.sleep(1000)"], start_new_session=True)
# --> ends error, unsupported
# === the password file
open("/etc/passwd").read()
# --> ends error, unsupported
# --> hides root:
# === a file of the user
print(open("@SECRET@").read())
# --> ends error, unsupported
# --> hides calculemus
# === all files that can be found
import os
for folder, folders, files in os.walk("/tmp"):
    for file in files:
        try:
            print(open(os.path.join(folder, file)).read(1000))
        except (OSError, ValueError):
            pass
# --> ends any
# --> hides calculemus
# === writing a file for others to find
for path in ("@HERE@", "/usr/lib/x", "/x", "@HOME@/x"):
    try:
        open(path, "w").write("x")
    except OSError as e:
        print(type(e).__name__)
# --> ends ok, error, unsupported
# === a file through another name of it
import os
os.symlink("/etc/passwd", "/tmp/link")
print(open("/tmp/link").read())
# --> ends error, unsupported
# --> hides root:
# === deleting what is there
import os, shutil, sympy
shutil.rmtree(os.path.dirname(sympy.__file__), ignore_errors=True)
os.remove(sympy.__file__)
# --> ends error, unsupported
# === the environment
import os
dict(os.environ)
# --> ends ok, error, unsupported
# --> hides LEIBNIZ
# --> hides JAVA
# === the network
import socket
socket.create_connection(("127.0.0.1", @PORT@), 1).sendall(b"here")
# --> ends error, unsupported
# === a server
import socket
s = socket.socket()
s.bind(("0.0.0.0", 0))
s.listen()
s.accept()
# --> ends error, unsupported
# === native code
import ctypes
libc = ctypes.CDLL(None)
libc.system(b"touch @HERE@")
assert ctypes.string_at(0)
# --> ends error, unsupported, crashed
# === memory that is not there
import ctypes
ctypes.memset(0, 0, 1 << 20)
# --> ends error, unsupported, crashed
# === a signal to everyone
import os, signal
os.kill(-1, signal.SIGKILL)
# --> ends any
# === a signal to the host
import os, signal
os.kill(@PID@, signal.SIGKILL)
# --> ends error, unsupported, crashed
# === signals that are ignored
import signal
for s in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM):
    signal.signal(s, signal.SIG_IGN)
while True:
    pass
# --> ends timeout, error, unsupported
# === leaving at once
import os
os._exit(0)
# --> ends crashed, error, unsupported
# === Java from Python
import java
java.type("java.lang.Runtime").getRuntime().exec("touch @HERE@")
# --> ends error, unsupported
