namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Records of a text, of which the beginning alone is kept where they are too long.</summary>
internal interface IRecordReader : IDisposable
{
    /// <summary>Physical line where the current record starts, from 1.</summary>
    long Line { get; }

    bool IsOverlong { get; }

    /// <summary>The current record, valid until the next is read.</summary>
    ReadOnlyMemory<char> Current { get; }

    /// <summary>Moves to the next record; false at the end.</summary>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);
}
