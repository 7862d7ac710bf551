using System.Globalization;

namespace CommunityDemand.Local.Terminal;

/// <summary>Durations in a readable form.</summary>
internal static class Durations
{
    /// <summary><c>0.4 s</c>, <c>42 s</c>, <c>3 min 05 s</c>, <c>2 h 10 min</c>.</summary>
    public static string Show(TimeSpan duration)
    {
        if (duration.TotalSeconds < 9.95) return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s");
        var seconds = (long)Math.Round(duration.TotalSeconds);
        if (seconds < 60) return $"{seconds} s";
        if (seconds < 3600) return $"{seconds / 60} min {seconds % 60:00} s";
        var minutes = (long)Math.Round(duration.TotalMinutes);
        return $"{minutes / 60} h {minutes % 60:00} min";
    }
}
