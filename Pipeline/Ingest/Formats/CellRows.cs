using CommunityDemand.Domain.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Rows of a binary format. Their original is written as CSV. Whatever a parser throws at damaged data means that the file is
/// unreadable; what storage throws passes.
/// </summary>
internal abstract class CellRows(MeteredStream stored) : RowSource
{
    public sealed override bool HasTypedNumbers => true;

    public sealed override string Original
    {
        get
        {
            var csv = CsvField.Line(Enumerable.Range(0, Header.Count).Select(column => this[column].ToString()));
            return Fault is null || csv.Length <= ReadLimits.KeptOfOverlong ? csv : csv[..ReadLimits.KeptOfOverlong];
        }
    }

    public sealed override string? Rewrite(int column, Func<string, string> rewrite) => Fault is not null
        ? null
        : CsvField.Line(Enumerable.Range(0, Header.Count).Select(i => i == column ? rewrite(this[i].ToString()) : this[i].ToString()));

    public sealed override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadRowAsync(cancellationToken);
        }
        catch (Exception damaged) when (IsDamage(damaged, stored))
        {
            throw Unreadable(damaged);
        }
    }

    /// <summary>Whether an exception tells of damaged data rather than of storage or of the caller.</summary>
    public static bool IsDamage(Exception exception, MeteredStream stored) =>
        stored.Failure is null && exception is not (OperationCanceledException or UnreadableUploadException);

    public static UnreadableUploadException Unreadable(Exception damaged) =>
        new(FileMessages.Damaged(), damaged);

    protected abstract ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken);
}
