using Azure.Data.Tables;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>
/// Inputs of a run's findings other than its own tables. They are read while the run is planned, so repeating the run gives the same
/// findings.
/// </summary>
internal sealed class AttentionPlanner(TableServiceClient tables, RunStore runs)
{
    /// <summary>Findings about uploaded files, followed by the warnings of the run.</summary>
    /// <param name="city">Code of the city.</param>
    public async Task<IReadOnlyList<AttentionRow>> FindAsync(
        string city, IReadOnlyList<Message> warnings, CancellationToken cancellationToken)
    {
        var uploads = new List<PathRow>();
        await foreach (var entity in ReadAsync(PathRow.Table.Name, null, PathRow.Table.ColumnNames, cancellationToken))
            uploads.Add(PathRow.Table.Read(entity));
        return [.. UploadFindings.Of(uploads, city), .. warnings.Select(warning => Finding.Of(city, Severity.Watch, warning))];
    }

    /// <summary>Outcomes of measures that the previous published run could not judge yet.</summary>
    public async Task<IReadOnlyList<string>> WaitingOutcomesAsync(RunRecord run, CancellationToken cancellationToken)
    {
        var before = (await runs.ListAsync(cancellationToken))
            .Where(other => other.Id != run.Id && other.HasTables && (run.PublishedAt is null || other.PublishedAt < run.PublishedAt))
            .MaxBy(other => other.PublishedAt);
        if (before is null) return [];
        var communities = TableKey.Range("PartitionKey", TableKey.Prefix(before.Id, AreaLevel.Community.Code()));
        var waiting = new List<string>();
        string[] columns =
        [
            nameof(RowPlace.Area), nameof(RowPlace.Service), nameof(ImprovementsRow.Start), nameof(ImprovementsRow.Measure),
            nameof(ImprovementsRow.Outcome), nameof(ImprovementsRow.Verdict),
        ];
        await foreach (var entity in ReadAsync(ImprovementsRow.Table.Name, communities, columns, cancellationToken))
        {
            if (ImprovementFindings.IsJudged(entity.GetString(nameof(ImprovementsRow.Verdict)))) continue;
            waiting.Add(ImprovementFindings.KeyOf(
                entity.GetString(nameof(RowPlace.Area)),
                entity.GetString(nameof(RowPlace.Service)),
                TableKey.Day(DateOnly.FromDateTime(entity.GetDateTimeOffset(nameof(ImprovementsRow.Start))!.Value.UtcDateTime)),
                entity.GetString(nameof(ImprovementsRow.Measure)) ?? "",
                entity.GetString(nameof(ImprovementsRow.Outcome))));
        }

        return waiting;
    }

    private IAsyncEnumerable<TableEntity> ReadAsync(
        string table, string? filter, IEnumerable<string> columns, CancellationToken cancellationToken) =>
        tables.GetTableClient(table)
            .QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken).WhileItExists(cancellationToken);
}
