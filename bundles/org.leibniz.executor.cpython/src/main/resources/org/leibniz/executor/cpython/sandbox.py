"""The walls of one session: its own process, user, mount and IPC namespaces, resource limits, and a filter of system calls.

Around the fork server stand bubblewrap's walls, which all sessions share: no network, no files but Python's and the
packages', all of them to read. What is here keeps sessions from each other and from the server.
"""
import ctypes
import os
import platform
import resource
import signal
import struct

_libc = ctypes.PyDLL(None, use_errno=True)
_python = ctypes.pythonapi

_CLONE_NEWNS, _CLONE_NEWIPC = 0x00020000, 0x08000000
_CLONE_NEWUSER, _CLONE_NEWPID = 0x10000000, 0x20000000
_CLONE_CHILD_CLEARTID, _CLONE_CHILD_SETTID, _CLONE_THREAD = 0x00200000, 0x01000000, 0x00010000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_CAPBSET_DROP = 1, 4, 22, 24
_PR_SET_NO_NEW_PRIVS, _PR_GET_TID_ADDRESS = 38, 40
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_RDONLY = 2, 4, 8, 1

NOBODY = 65534
_FILE_BYTES = 64 << 20
_FILES = 64
_THREADS = 64
_STACK_BYTES = 64 << 20

# From linux/audit.h and the tables of system calls of the two architectures.
_X86, _ARM = 0xC000003E, 0xC00000B7
_ARCHITECTURES = {"x86_64": _X86, "aarch64": _ARM}
_CLONE = {_X86: 56, _ARM: 220}
_CLONE3 = 435
_REFUSED = {
    # fork vfork execve execveat socket connect bind listen ptrace shmget shmat semget msgget mq_open add_key request_key
    # keyctl unshare setns mount umount2 pivot_root chroot bpf perf_event_open userfaultfd memfd_create process_vm_readv
    # process_vm_writev open_by_handle_at personality kcmp init_module finit_module
    _X86: (57, 58, 59, 322, 41, 42, 49, 50, 101, 29, 30, 64, 68, 240, 248, 249, 250, 272, 308, 165, 166, 155, 161, 321, 298,
           323, 319, 310, 311, 304, 135, 312, 175, 313),
    _ARM: (221, 281, 198, 203, 200, 201, 117, 194, 196, 190, 186, 180, 217, 218, 219, 97, 268, 40, 39, 41, 51, 280, 241, 282,
           279, 270, 271, 265, 92, 272, 105, 273),
}
# io_uring_setup io_uring_enter io_uring_register open_tree move_mount fsopen pidfd_getfd mount_setattr memfd_secret
_REFUSED_EVERYWHERE = (425, 426, 427, 428, 429, 430, 438, 442, 447)


def _checked(result, what):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, what + ": " + os.strerror(number))
    return result


def become_nobody():
    """A server that was started as root goes on as nobody."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    # Without this its entry in /proc belongs to root, and sessions could not write their user maps.
    _libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)


_thread_id = ctypes.c_void_p()


def fork(isolated):
    """Like os.fork; an isolated child is the first process of namespaces of its own, with all privileges inside them."""
    if not isolated:
        return os.fork()
    if not _thread_id.value:
        _libc.prctl(_PR_GET_TID_ADDRESS, ctypes.byref(_thread_id), 0, 0, 0)
    flags = _CLONE_NEWUSER | _CLONE_NEWPID | _CLONE_NEWNS | _CLONE_NEWIPC | signal.SIGCHLD
    if _thread_id.value:
        # As the C library's own fork does, so that its idea of the child's id is right.
        flags |= _CLONE_CHILD_SETTID | _CLONE_CHILD_CLEARTID
    number = _CLONE[_ARCHITECTURES[platform.machine()]]
    # The last two arguments have another order on each of the two architectures.
    last = (_thread_id, None) if platform.machine() == "x86_64" else (None, _thread_id)
    _python.PyOS_BeforeFork()
    child = _libc.syscall(number, ctypes.c_ulong(flags), None, None, *last)
    if child == 0:
        _python.PyOS_AfterFork_Child()
        return 0
    _python.PyOS_AfterFork_Parent()
    return _checked(child, "a session's namespaces")


def enter(isolated, memory):
    """Called by a new session's process before it runs anything of the program's."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    used = _address_space()
    if isolated:
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", "%d %d 1" % (NOBODY, _outer(os.geteuid, "/proc/self/uid_map")))
        _write("/proc/self/gid_map", "%d %d 1" % (NOBODY, _outer(os.getegid, "/proc/self/gid_map")))
        flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
        _mount(b"/tmp", flags, b"size=%d,nr_inodes=4096,mode=700" % _FILE_BYTES)
        _mount(b"/proc", flags | _MS_RDONLY, b"size=4096,nr_inodes=2,mode=555")
        os.chdir("/tmp")
    for kind, limit in (
        (resource.RLIMIT_AS, used + memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_FSIZE, _FILE_BYTES),
        (resource.RLIMIT_NPROC, _THREADS),
        (resource.RLIMIT_STACK, _STACK_BYTES),
    ):
        hard = resource.getrlimit(kind)[1]
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        if kind != resource.RLIMIT_NPROC or isolated:
            resource.setrlimit(kind, (limit, limit))
    if isolated:
        _drop_privileges()
        _filter_calls()


_ids = {}


def _outer(own, unused):
    return _ids[own]


def remember_ids():
    """Before the first session: inside its namespace a process no longer sees who it is outside."""
    for own in (os.geteuid, os.getegid):
        _ids[own] = own()


def _write(path, text):
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def _mount(target, flags, options):
    _checked(_libc.mount(b"none", target, b"tmpfs", ctypes.c_ulong(flags), options), "mount " + target.decode())


def _address_space():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _drop_privileges():
    for capability in range(64):
        if _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break
    header = struct.pack("<Ii", 0x20080522, 0)
    _checked(_libc.capset(header, bytes(24)), "capset")
    _checked(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no new privileges")


def _filter_calls():
    """No new processes or programs, no sockets, no namespaces, no shared memory, nothing that looks into others."""
    architecture = _ARCHITECTURES[platform.machine()]
    load, equal, at_least, has, answer = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, refuse, unknown = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38
    code = [(load, 0, 0, 4), (equal, 1, 0, architecture), (answer, 0, 0, refuse), (load, 0, 0, 0)]
    # The 32-bit numbers of x86-64.
    code += [(at_least, 0, 1, 0x40000000), (answer, 0, 0, refuse)]
    code += [(equal, 0, 1, _CLONE3), (answer, 0, 0, unknown)]
    for number in _REFUSED[architecture] + _REFUSED_EVERYWHERE:
        code += [(equal, 0, 1, number), (answer, 0, 0, refuse)]
    # Threads, but no processes.
    code += [(equal, 0, 3, _CLONE[architecture]), (load, 0, 0, 16), (has, 1, 0, _CLONE_THREAD), (answer, 0, 0, refuse)]
    code += [(answer, 0, 0, allow)]
    instructions = ctypes.create_string_buffer(b"".join(struct.pack("<HBBI", *line) for line in code))
    program = struct.pack("<HxxxxxxQ", len(code), ctypes.addressof(instructions))
    _checked(_libc.prctl(_PR_SET_SECCOMP, 2, program, 0, 0), "the filter of system calls")
