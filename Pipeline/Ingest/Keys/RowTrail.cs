using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// The rows of a file in their order, hashed: 20 bytes a row, in memory as long as they are few and in a temporary file beyond.
/// </summary>
internal sealed class RowTrail(int mostInMemory = RowTrail.DefaultInMemory) : IDisposable
{
    public const int DefaultInMemory = 1 << 16;

    private readonly List<TrailRow> _last = [];
    private FileStream? _spill;
    private long _spilled;

    public long Count => _spilled + _last.Count;

    public void Add(TrailRow row)
    {
        _last.Add(row);
        if (_last.Count == mostInMemory) Spill();
    }

    /// <summary>Up to <paramref name="most"/> rows from a place on.</summary>
    public TrailRow[] Read(long from, int most)
    {
        var rows = new TrailRow[Math.Clamp(Count - from, 0, most)];
        var stored = (int)Math.Clamp(_spilled - from, 0, rows.Length);
        if (stored > 0)
        {
            _spill!.Seek(from * Unsafe.SizeOf<TrailRow>(), SeekOrigin.Begin);
            _spill.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan(0, stored)));
        }

        if (stored < rows.Length) _last.CopyTo((int)(from + stored - _spilled), rows, stored, rows.Length - stored);
        return rows;
    }

    /// <summary>All rows in their order.</summary>
    public IEnumerable<TrailRow[]> Chunks()
    {
        for (long from = 0; from < Count; from += mostInMemory) yield return Read(from, mostInMemory);
    }

    public void Dispose() => _spill?.Dispose();

    private void Spill()
    {
        _spill ??= ScratchFile.Create();
        _spill.Seek(0, SeekOrigin.End);
        _spill.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_last)));
        _spilled += _last.Count;
        _last.Clear();
    }
}
