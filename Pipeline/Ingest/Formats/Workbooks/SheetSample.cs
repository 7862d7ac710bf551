using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The first rows of a sheet, and the header among them.</summary>
/// <param name="Sheet">Its place in the workbook.</param>
/// <param name="Name">On its tab.</param>
/// <param name="HeaderRow">Number of the last row of the header; 0 where the sheet has no table.</param>
/// <param name="HasTitle">Whether something stands above the header.</param>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rank">How surely it is a table: 3 by names that datasets have, 2 by its width, 1 by two columns, 0 if it is none.</param>
/// <param name="Survey">What stands behind its rows.</param>
internal sealed record SheetSample(int Sheet, string Name, long HeaderRow, bool HasTitle, string[] Header, int Rank, SheetSurvey Survey)
{
    private const int WidthOfATable = 3;

    /// <summary>Samples a sheet.</summary>
    /// <param name="hints">May say the row of the header.</param>
    /// <param name="withHash">Whether another sheet may repeat it.</param>
    public static async ValueTask<SheetSample> OfAsync(
        IWorkbook workbook, int sheet, ReadingHints? hints, bool withHash, CancellationToken cancellationToken)
    {
        var rows = new List<SampleRow>();
        await using (var source = await workbook.OpenAsync(sheet, cancellationToken))
        {
            while (rows.Count < HeaderRowFinder.SampleRows && await source.ReadAsync(cancellationToken))
            {
                var row = source.Current;
                if (row.Fault is not null && rows.Count == 0) throw new UnreadableUploadException(FileMessages.BadHeader(row.Fault));
                if (!row.IsBlank || row.Number == hints?.HeaderRow) rows.Add(new SampleRow(row.Number, row.ToArray()));
                if (row.Number >= (hints?.HeaderRow ?? long.MaxValue)) break;
            }
        }

        var name = workbook.Sheets[sheet].Name;
        var cells = rows.ConvertAll(row => row.Cells);
        var at = hints?.HeaderRow is { } asked ? rows.FindIndex(row =>
            row.Number == asked) : HeaderRowFinder.Find(cells, KnownColumns.IsName);
        if (at < 0) return new SheetSample(sheet, name, 0, false, [], 0, new SheetSurvey([], null));
        var survey = await workbook.SurveyAsync(sheet, withHash, cancellationToken);
        var (header, last) = HeaderRows.Join(rows, at, survey.Merged);
        if (header.Length > ReadLimits.Columns) throw new UnreadableUploadException(FileMessages.TooManyColumns());
        return new SheetSample(sheet, name, rows[last].Number, at > 0, header, RankOf(header), survey);
    }

    /// <summary>Places of another header's columns in this one's; null where the two don't have the same names.</summary>
    public int[]? PlacesOf(string[] other)
    {
        var own = Header.Select(name => HeaderName.Normalize(name)).ToList();
        var theirs = other.Select(name => HeaderName.Normalize(name)).ToArray();
        if (own.Where(Named).Order(StringComparer.Ordinal)
            .SequenceEqual(theirs.Where(Named).Order(StringComparer.Ordinal), StringComparer.Ordinal) is false)
            return null;
        var places = new int[theirs.Length];
        for (var i = 0; i < theirs.Length; i++)
        {
            places[i] = Named(theirs[i]) ? own.IndexOf(theirs[i]) : -1;
            // Two columns of one name are told apart by their order.
            if (places[i] >= 0) own[places[i]] = "";
        }

        return places;

        static bool Named(string name) => name.Length > 0;
    }

    private static int RankOf(string[] header)
    {
        var filled = header.Count(name => name.Length > 0);
        return HeaderRowFinder.HasNames(header, KnownColumns.IsName) ? 3 : filled >= WidthOfATable ? 2 : filled == 2 ? 1 : 0;
    }
}

/// <summary>A row of a sample that is not blank.</summary>
internal sealed record SampleRow(long Number, string[] Cells);
