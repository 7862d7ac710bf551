namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>A file of sheets. Its sheets are open one at a time.</summary>
internal interface IWorkbook : IAsyncDisposable
{
    /// <summary>All sheets in the order of their tabs.</summary>
    IReadOnlyList<SheetEntry> Sheets { get; }

    /// <summary>Opens the rows of a sheet, of which the caller disposes.</summary>
    ValueTask<SheetRows> OpenAsync(int sheet, CancellationToken cancellationToken);

    /// <summary>Reads what stands behind the rows of a sheet.</summary>
    /// <param name="withHash">Whether its content will be compared with that of other sheets.</param>
    ValueTask<SheetSurvey> SurveyAsync(int sheet, bool withHash, CancellationToken cancellationToken);
}
