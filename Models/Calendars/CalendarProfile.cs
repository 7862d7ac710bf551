using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Calendars;

/// <summary>
/// What the calendar does to a group of series: a factor on its usual demand for each period, learned by <see cref="CalendarDesign"/>.
/// </summary>
/// <param name="effects">Coefficients in the order of the layout.</param>
/// <param name="replacing">Terms on whose special days the weekday has no say.</param>
/// <param name="level">What stands in for the weekday's index on such days.</param>
internal sealed class CalendarProfile(CalendarLayout layout, double[] effects, int[] replacing, double level)
{
    /// <summary>An office that shuts on Sundays, but for a make-up workday: what is usual then is as little as an index tells.</summary>
    private const double Most = 1 / CalendarFactor.Least;

    /// <summary>The factor of a period, and whether it stands in place of the season's index rather than on top of it.</summary>
    public CalendarFactor At(Panel panel, int period, ReadOnlySpan<double> waves)
    {
        var log = 0.0;
        for (var k = 0; k < waves.Length; k++) log += effects[k] * waves[k];
        var replaces = false;
        for (var term = 0; term < layout.Terms.Count; term++)
        {
            var value = panel.Calendar.Columns[layout.Terms[term].Column][period];
            var special = layout.Terms[term].IndexOf(value);
            if (special >= 0) log += effects[layout.Offsets[term] + special];
            replaces |= value != layout.Terms[term].Usual && Array.IndexOf(replacing, term) >= 0;
        }

        var factor = Math.Min(Most, Math.Exp(log));
        return new CalendarFactor(replaces ? factor * level : factor, replaces);
    }

    /// <summary>The factors of a panel's periods, from its first on.</summary>
    public CalendarFactor[] Over(Panel panel, int periods)
    {
        var factors = new CalendarFactor[periods];
        var waves = new double[2 * layout.Harmonics];
        for (var t = 0; t < periods; t++)
        {
            layout.WriteHarmonics(panel.Axis[t], waves);
            factors[t] = At(panel, t, waves);
        }

        return factors;
    }

    /// <summary>The effects of a period's special days, as logarithms of factors.</summary>
    public IEnumerable<(CalendarTerm Term, float Value, double Log)> Effects(Panel panel, int period)
    {
        for (var term = 0; term < layout.Terms.Count; term++)
        {
            var value = panel.Calendar.Columns[layout.Terms[term].Column][period];
            var special = layout.Terms[term].IndexOf(value);
            if (special >= 0) yield return (layout.Terms[term], value, effects[layout.Offsets[term] + special]);
        }
    }

    /// <summary>The factor of a period's time of the year.</summary>
    public double TimeOfYear(Panel panel, int period)
    {
        var waves = new double[2 * layout.Harmonics];
        layout.WriteHarmonics(panel.Axis[period], waves);
        var log = 0.0;
        for (var k = 0; k < waves.Length; k++) log += effects[k] * waves[k];
        return Math.Exp(log);
    }

    public void Write(BinaryWriter writer)
    {
        layout.Write(writer);
        writer.WriteArray<double>(effects);
        writer.WriteArray<int>(replacing);
        writer.Write(level);
    }

    public static CalendarProfile Read(BinaryReader reader) =>
        new(CalendarLayout.Read(reader), reader.ReadArray<double>(), reader.ReadArray<int>(), reader.ReadDouble());
}
