using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>
/// Compares the daily sums of an upload with those that count already. The ledger tells which uploads report for the same communities on
/// the same days; of these, and no others, the fact files of the years in question are read, past a sample of the new cells.
/// </summary>
internal sealed class OverlapFinder(LiveFacts facts, UploadLedger ledger)
{
    /// <summary>
    /// With so many uploads an upload is compared, those first that share most days: the cost must not grow with the number of files.
    /// </summary>
    public const int MostCompared = 64;

    // The cells of a row keep their places, so that all columns before the last one needed are read too.
    private static readonly FactColumn[] Columns =
        UsageFact.Schema.Facts[..(UsageCells.Identity.Concat([UsageCells.Visits, UsageCells.Unmet]).Max() + 1)];

    /// <summary>The overlap; null where there is none.</summary>
    /// <param name="leaving">Owners that the commit at hand takes out.</param>
    public async Task<Overlap?> FindAsync(Harvest harvest, IReadOnlySet<string> leaving, CancellationToken cancellationToken)
    {
        if (harvest.Span is not { } span || harvest.Cells.Cells.Count == 0) return null;
        var found = new List<(LiveRow Upload, CellAgreement Agreement)>();
        var total = new Dictionary<ulong, CellSum>();
        foreach (var upload in await CandidatesAsync(harvest, span, leaving, cancellationToken))
        {
            var own = await SumsAsync(upload, harvest.Cells, span, cancellationToken);
            if (own.Count == 0) continue;
            found.Add((upload, Compare(harvest.Cells, own)));
            foreach (var (cell, sum) in own) total[cell] = total.GetValueOrDefault(cell) + sum;
        }

        if (found.Count == 0) return null;
        // A file may repeat one of them, or all of them together.
        var all = Compare(harvest.Cells, total);
        var nearest = found.OrderByDescending(one => one.Agreement.IsTheSame).ThenByDescending(one => one.Agreement.Common);
        return new Overlap(
            [.. nearest.Take(Overlap.MostNamed).Select(one => one.Upload.Path)],
            [.. found.Select(one => one.Upload.Owner)],
            all.Common * harvest.Cells.Weight,
            Math.Max(all.Share, found.Where(one => one.Agreement.IsTheSame).Select(one => one.Agreement.Share).DefaultIfEmpty().Max()),
            all.IsTheSame || found.Exists(one => one.Agreement.IsTheSame));
    }

    private static CellAgreement Compare(CellSample sample, Dictionary<ulong, CellSum> sums)
    {
        var agreement = new CellAgreement();
        foreach (var (cell, sum) in sums) agreement.Add(sample.Cells[cell], sum);
        return agreement;
    }

    private async Task<Dictionary<ulong, CellSum>> SumsAsync(
        LiveRow upload, CellSample sample, (DateOnly First, DateOnly Last) span, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<ulong, CellSum>();
        var rows = facts.RowsAsync(UsageFact.Schema.Name, upload, Columns, UsageCells.Date, span.First, span.Last, cancellationToken);
        await foreach (var row in rows)
        {
            var cell = CellSample.CellOf(row);
            if (sample.Cells.ContainsKey(cell))
                sums[cell] = sums.GetValueOrDefault(cell) + new CellSum(row[UsageCells.Visits].Number, row[UsageCells.Unmet].Number);
        }

        return sums;
    }

    private async Task<IEnumerable<LiveRow>> CandidatesAsync(
        Harvest harvest, (DateOnly First, DateOnly Last) span, IReadOnlySet<string> leaving, CancellationToken cancellationToken)
    {
        var isGuarded = IsGuarded(harvest.Unidentified, harvest.Tally.Kept);
        var reported = ReportedDays.Read(harvest.Days.ToBytes()).Select(Folded).ToHashSet();
        var candidates = new List<(LiveRow Upload, int Shared)>();
        foreach (var upload in await facts.UploadsAsync(UsageFact.Schema.Name, cancellationToken))
        {
            if (leaving.Contains(upload.Owner) || LiveFacts.IsOutside(upload, span.First, span.Last)) continue;
            // Ids tell the rows of two files apart where both have them.
            if (isGuarded && (upload.Unidentified is not { } without || IsGuarded(without, upload.Kept))) continue;
            var shared = await SharedAsync(upload, reported, cancellationToken);
            if (shared > 0) candidates.Add((upload, shared));
        }

        return candidates.OrderByDescending(one => one.Shared).Take(MostCompared).Select(one => one.Upload);
    }

    private static bool IsGuarded(long unidentified, long kept) => unidentified * 2 < kept;

    // Days of more communities than the ledger holds may be any.
    private async Task<int> SharedAsync(LiveRow upload, HashSet<ReportedDay> reported, CancellationToken cancellationToken)
    {
        if (upload.Days == 0) return 1;
        var pieces = new List<byte>();
        for (var number = 0; number < upload.Days; number++)
        {
            // A piece that is gone: the upload was corrected meanwhile, and the commit at hand will find that out.
            var piece = await ledger.FindAsync<DaysRow>(upload.PartitionKey, LedgerKeys.Days(upload.Owner, number), cancellationToken);
            if (piece is null) return 1;
            pieces.AddRange(piece.Bytes);
        }

        return ReportedDays.Read([.. pieces]).Select(Folded).Count(reported.Contains);
    }

    // Files may spell a community in different case.
    private static ReportedDay Folded(ReportedDay day) => day with { Community = day.Community.ToUpperInvariant() };
}
