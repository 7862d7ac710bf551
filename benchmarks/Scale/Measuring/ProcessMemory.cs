using System.Diagnostics;
using System.Globalization;

namespace CommunityDemand.Benchmarks.Scale.Measuring;

/// <summary>What the operating system says of this process' memory.</summary>
internal static class ProcessMemory
{
    private const string LinuxStatus = "/proc/self/status";

    /// <summary>Most bytes that have been resident at once since the process began.</summary>
    public static long Peak()
    {
        if (!File.Exists(LinuxStatus))
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }

        // The framework's own figure is that of the last reading, not the kernel's high-water mark.
        var line = File.ReadLines(LinuxStatus).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.AsSpan(6).Trim(" \tkB"), CultureInfo.InvariantCulture);
    }
}
