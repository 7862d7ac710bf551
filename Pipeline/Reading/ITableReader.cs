namespace CommunityDemand.Pipeline.Reading;

/// <summary>Answers the read-only HTTP endpoints, the same for the Functions host and the local one.</summary>
public interface ITableReader
{
    /// <summary>Names of the public tables.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Reads one page of a table as the current run has it.</summary>
    /// <param name="table">Name of a public table, any case.</param>
    /// <param name="query">
    /// Query parameters: <c>level</c>, <c>area</c>, <c>service</c>, <c>from</c>, <c>to</c>, <c>run</c>, <c>top</c>, <c>page</c>,
    /// <c>format</c> (json or csv), <c>lang</c> (en or zh).
    /// </param>
    /// <param name="ifNoneMatch">The request's If-None-Match header, or null.</param>
    /// <returns>200, 304, or a 400 or 404 whose JSON body says what is wrong; never throws for a reader's mistake.</returns>
    Task<TableResponse> GetAsync(
        string table, IReadOnlyDictionary<string, string> query, string? ifNoneMatch, CancellationToken cancellationToken);
}
