using System.ComponentModel;
using System.Runtime.InteropServices;

namespace CommunityDemand.Local.Emulator;

/// <summary>The one signal that the .NET class library cannot send.</summary>
internal static partial class Signals
{
    private const int Sigterm = 15;

    /// <summary>Asks a process to end (Unix).</summary>
    /// <exception cref="Win32Exception">The operating system refused.</exception>
    public static void Terminate(int pid)
    {
        if (Kill(pid, Sigterm) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
