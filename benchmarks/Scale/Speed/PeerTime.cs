using System.Globalization;

namespace CommunityDemand.Benchmarks.Scale.Speed;

/// <summary>What a method took for a number of series.</summary>
/// <param name="Cpu">Seconds of all threads, user and system.</param>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Series">Series forecast.</param>
/// <param name="Refused">Series that the method ended on with an error.</param>
internal sealed record PeerTime(string Method, double Cpu, double Wall, int Series, int Refused)
{
    /// <summary>Reads a line of <c>peer-times.R</c>.</summary>
    /// <exception cref="FormatException">The line is none.</exception>
    public static PeerTime Parse(string line, int series) => line.Split('\t') is [var method, var cpu, var wall, var refused]
        ? new PeerTime(method, Number(cpu), Number(wall), series, (int)Number(refused))
        : throw new FormatException($"No line of peer-times.R: '{line}'.");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
