using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Calendars;

/// <summary>
/// Layout of the coefficients of a calendar regression: harmonics of the year, then the columns of the calendar. The panel of the
/// training fixes the layout, so a later panel is read with the same coefficients.
/// </summary>
internal sealed class CalendarLayout
{
    private const int MostHarmonics = 10;
    private const double DaysAYear = 365.2425;

    private CalendarLayout(int harmonics, CalendarTerm[] terms)
    {
        (Harmonics, Terms) = (harmonics, terms);
        Offsets = new int[terms.Length];
        Count = 2 * harmonics;
        for (var i = 0; i < terms.Length; i++)
        {
            Offsets[i] = Count;
            Count += terms[i].Values.Length;
        }
    }

    /// <summary>Number of sine and cosine pairs of the year.</summary>
    public int Harmonics { get; }

    public IReadOnlyList<CalendarTerm> Terms { get; }

    /// <summary>Index of the first coefficient of each term.</summary>
    public int[] Offsets { get; }

    /// <summary>Number of coefficients.</summary>
    public int Count { get; }

    /// <summary>
    /// The layout for a panel. Days and weeks have harmonics of the year in addition to their season. Longer periods have the year as
    /// their season, and hours would need too many harmonics.
    /// </summary>
    public static CalendarLayout Of(Panel panel) => new(
        panel.Axis.Frequency is Frequency.Daily or Frequency.Weekly ? MostHarmonics : 0,
        [.. panel.Calendar.Columns.Select((values, column) => CalendarTerm.Of(column, values)).OfType<CalendarTerm>()]);

    /// <summary>Writes sine and cosine of each harmonic on a date.</summary>
    public void WriteHarmonics(DateTime date, Span<double> values)
    {
        var angle = 2 * Math.PI * (date - DateTime.UnixEpoch).TotalDays / DaysAYear;
        for (var k = 1; k <= Harmonics; k++) (values[2 * (k - 1)], values[(2 * k) - 1]) = Math.SinCos(k * angle);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Harmonics);
        writer.WriteList(Terms.ToArray(), (w, term) => term.Write(w));
    }

    public static CalendarLayout Read(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadList(CalendarTerm.Read));
}
