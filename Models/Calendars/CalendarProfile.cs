using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Calendars;

/// <summary>
/// Calendar effects of a group of series: a factor on usual demand for each period, estimated by <see cref="CalendarDesign"/>.
/// </summary>
/// <param name="effects">Coefficients in the order of the layout.</param>
/// <param name="replacing">Terms whose special days replace the weekday.</param>
/// <param name="level">Index that replaces the index of the weekday on such days.</param>
internal sealed class CalendarProfile(CalendarLayout layout, double[] effects, int[] replacing, double level)
{
    /// <summary>
    /// Maximum factor, for example of a make-up workday on a Sunday in an office that usually closes on Sundays: usual demand is then as
    /// low as the minimum index.
    /// </summary>
    private const double Most = 1 / CalendarFactor.Least;

    /// <summary>The factor of a period, and whether it replaces the seasonal index instead of multiplying it.</summary>
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

    /// <summary>The factors of the periods of a panel, from its first period on.</summary>
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

    /// <summary>The effects of the special days of a period, as logarithms of factors.</summary>
    public IEnumerable<(CalendarTerm Term, float Value, double Log)> Effects(Panel panel, int period)
    {
        for (var term = 0; term < layout.Terms.Count; term++)
        {
            var value = panel.Calendar.Columns[layout.Terms[term].Column][period];
            var special = layout.Terms[term].IndexOf(value);
            if (special >= 0) yield return (layout.Terms[term], value, effects[layout.Offsets[term] + special]);
        }
    }

    /// <summary>The factor for the time of the year of a period.</summary>
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
