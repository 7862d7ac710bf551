using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>
/// An uploaded file with its account. A bad copy sometimes follows a good row. Good rows are never lost, so the kept rows match the truth
/// for any share of bad rows.
/// </summary>
internal sealed class UploadTable : IAsyncDisposable
{
    private readonly TableWriter _table;
    private readonly FileAccount _account;
    private readonly Flaw[] _flaws;
    private readonly RandomStream _random;
    private readonly double _badPerGood;

    public UploadTable(TableWriter table, FileAccount account, SampleCityOptions options, IReadOnlyList<Flaw> flaws)
    {
        (_table, _account) = (table, account);
        _flaws = table.TakesAnyText ? [.. flaws.Where(f => table.IsDelimited || !f.DelimitedOnly)] : [];
        _random = new RandomStream(options.Seed, "dirt", account.Path);
        _badPerGood = _flaws.Length == 0 ? 0 : options.Dirty / (1 - options.Dirty);
    }

    /// <summary>Writes a good row, and sometimes a bad one.</summary>
    public void Write(params ReadOnlySpan<Cell> row)
    {
        _table.Write(row);
        _account.Keep();
        if (_badPerGood == 0 || !_random.Chance(_badPerGood)) return;

        var flaw = _random.Pick(_flaws);
        _table.Write(flaw.Spoil(row.ToArray()));
        _account.Reject(flaw.Name);
    }

    /// <summary>Writes a row with the id of another row.</summary>
    public void WriteDuplicate(params ReadOnlySpan<Cell> row)
    {
        _table.Write(row);
        _account.Duplicate();
    }

    public Task FlushAsync(CancellationToken cancellationToken) => _table.FlushAsync(cancellationToken);

    public ValueTask DisposeAsync() => _table.DisposeAsync();
}
