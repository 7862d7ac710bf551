using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>What a run's findings rest on beside its own tables. It is read while the run is planned, so that making the run again finds the same.</summary>
internal sealed class AttentionPlanner(TableServiceClient tables, RunStore runs)
{
    /// <summary>Findings of uploaded files, then what the run warns of.</summary>
    /// <param name="city">Code of the city.</param>
    public async Task<IReadOnlyList<AttentionRow>> FindAsync(string city, IReadOnlyList<Message> warnings, CancellationToken cancellationToken)
    {
        var uploads = new List<PathRow>();
        await foreach (var entity in ReadAsync(PathRow.Table.Name, null, PathRow.Table.ColumnNames, cancellationToken)) uploads.Add(PathRow.Table.Read(entity));
        return [.. UploadFindings.Of(uploads, city), .. warnings.Select(warning => Finding.Of(city, Severity.Watch, warning))];
    }

    /// <summary>Outcomes of measures that the run published before this one could not judge yet.</summary>
    public async Task<IReadOnlyList<string>> WaitingOutcomesAsync(RunRecord run, CancellationToken cancellationToken)
    {
        var before = (await runs.ListAsync(cancellationToken))
            .Where(other => other.Id != run.Id && other.HasTables && (run.PublishedAt is null || other.PublishedAt < run.PublishedAt))
            .MaxBy(other => other.PublishedAt);
        if (before is null) return [];
        var prefix = TableKey.Prefix(before.Id, AreaLevel.Community.Code());
        var waiting = new List<string>();
        string[] columns = [nameof(RowPlace.Area), nameof(RowPlace.Service), nameof(ImprovementsRow.Start), nameof(ImprovementsRow.Measure), nameof(ImprovementsRow.Outcome), nameof(ImprovementsRow.Verdict)];
        await foreach (var entity in ReadAsync(
            ImprovementsRow.Table.Name, $"PartitionKey ge '{prefix}' and PartitionKey lt '{TableKey.After(prefix)}'", columns, cancellationToken))
        {
            if (ImprovementFindings.IsJudged(entity.GetString(columns[5]))) continue;
            waiting.Add(ImprovementFindings.KeyOf(
                entity.GetString(columns[0]),
                entity.GetString(columns[1]),
                TableKey.Day(DateOnly.FromDateTime(entity.GetDateTimeOffset(columns[2])!.Value.UtcDateTime)),
                entity.GetString(columns[3]) ?? "",
                entity.GetString(columns[4])));
        }

        return waiting;
    }

    // A table that nothing has been written to yet has no rows.
    private async IAsyncEnumerable<TableEntity> ReadAsync(
        string table, string? filter, IEnumerable<string> columns, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = tables.GetTableClient(table).QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync()) yield break;
            }
            catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound)
            {
                yield break;
            }

            yield return rows.Current;
        }
    }
}
