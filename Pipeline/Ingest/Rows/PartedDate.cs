using System.Globalization;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>A date whose parts stand in columns of their own, bound to a file.</summary>
/// <param name="parts">What the parts are.</param>
/// <param name="isMinguo">Whether years count from 1911.</param>
internal sealed class PartedDate(DateParts parts, bool isMinguo)
{
    private int _year = -1;
    private int _month = -1;
    private int _day = -1;

    public string Name => parts.Name;

    public IEnumerable<int> Places => [_year, _month, _day];

    /// <exception cref="UnreadableUploadException">The file has no such column, or two.</exception>
    public void Bind(IReadOnlyList<string> header, Mapping mapping, bool mayLack)
    {
        _year = Find(parts.Year);
        _month = Find(parts.Month);
        _day = Find(parts.Day);

        int Find(DatePart part) => part.IsNumber ? -1 : HeaderBinding.Find(header, part.Text, mapping, part.Place, mayLack);
    }

    /// <summary>The date as one text; of parts that are none, a text that is no date; empty where no part has a value.</summary>
    public string Of(RowSource rows)
    {
        var (year, month, day) = (Text(rows, parts.Year, _year), Text(rows, parts.Month, _month), Text(rows, parts.Day, _day));
        if (year.Length == 0 && month.Length == 0 && day.Length == 0) return "";
        return TryNumber(year.TrimEnd('年'), out var years) && MonthText.TryRead(month, out var months)
            && TryNumber(day.TrimEnd('日', '号', '號'), out var days)
            ? string.Create(CultureInfo.InvariantCulture, $"{(isMinguo ? years + MinguoDay.YearZero : years):0000}-{months:00}-{days:00}")
            : $"{year} {month} {day} ?";
    }

    private static string Text(RowSource rows, DatePart part, int place) =>
        part.IsNumber ? part.Text : place < 0 ? "" : rows[place].Trim().ToString();

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= 9999 - MinguoDay.YearZero;
}
