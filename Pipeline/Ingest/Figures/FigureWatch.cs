using System.Globalization;
using System.Runtime.CompilerServices;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>
/// Watches the visits of a file while its rows go by, each series (community, service, group, period) by itself, in bounded memory. The
/// watch finds figures far from all others of their series, figures that read as days, and running totals.
/// </summary>
internal sealed class FigureWatch
{
    // A series takes some 500 bytes. Further ones are watched together.
    private const int MostSeries = 50_000;

    private readonly Dictionary<Key, FigureSeries> _byKey = [];
    private readonly FigureSeries _others = new("", "", null);
    private readonly MistakenColumn _column = new();

    /// <summary>Takes a row that counts.</summary>
    public void Add(Cell[] row, string? sheet, long line)
    {
        var visits = row[UsageCells.Visits].Number;
        if (double.IsNaN(visits)) return;
        var series = SeriesOf(row);
        series.Scale.Add(visits);
        series.Largest.Add(visits, sheet, line);
        var day = (int)row[UsageCells.Date].Number;
        if (row[UsageCells.EventId].IsMissing) series.Run.Add(day, visits);
        _column.Add(visits, day, line);
    }

    /// <summary>What is doubtful of the figures.</summary>
    public IEnumerable<Message> Doubts()
    {
        if (_column.Told() is { } mistaken)
        {
            yield return mistaken;
            yield break;
        }

        if (FarFigures.Find([.. _byKey.Values, _others]) is { } far) yield return far;
        foreach (var running in RunningTotals.Find(_byKey.Values)) yield return running;
    }

    public static string Shown(double figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);

    private FigureSeries SeriesOf(Cell[] row)
    {
        var key = new Key(
            row[UsageCells.Community].Text!, row[UsageCells.Service].Text!, row[UsageCells.Group].Text, row[UsageCells.Period].Text);
        if (_byKey.TryGetValue(key, out var known)) return known;
        if (_byKey.Count >= MostSeries) return _others;
        return _byKey[key] = new FigureSeries(key.Community, key.Service, key.Period);
    }

    // The same key of a file is the same object, as far as keys are remembered: comparing objects is quick.
    private readonly record struct Key(string Community, string Service, string? Group, string? Period)
    {
        public bool Equals(Key other) =>
            ReferenceEquals(Community, other.Community) && ReferenceEquals(Service, other.Service) && ReferenceEquals(Group, other.Group)
            && Period == other.Period;

        public override int GetHashCode()
        {
            var hash = (RuntimeHelpers.GetHashCode(Community) * 31) + RuntimeHelpers.GetHashCode(Service);
            return (hash * 31) + (Group is null ? 0 : RuntimeHelpers.GetHashCode(Group));
        }
    }
}
