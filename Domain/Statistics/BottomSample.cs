namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// A sample of bounded size: the items with the lowest hashes (Cohen and Kaplan 2007, "Summarizing data using bottom-k sketches", PODC).
/// Which ones it holds depends on neither the order in which they come nor how often; as hashes fall by chance, every different item is as
/// likely to be held as any other.
/// </summary>
/// <param name="most">Most items held, at least 1.</param>
public sealed class BottomSample<T>(int most)
    where T : class
{
    private readonly Dictionary<ulong, T> _items = [];
    private readonly PriorityQueue<ulong, ulong> _highest = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));

    /// <summary>What it holds, by hash.</summary>
    public IEnumerable<(ulong Hash, T Value)> Items => _items.OrderBy(item => item.Key).Select(item => (item.Key, item.Value));

    /// <summary>Whether it holds an item of that hash.</summary>
    public bool Holds(ulong hash) => _items.ContainsKey(hash);

    /// <summary>The item of a hash, made if it is new; null where the sample has no room for it.</summary>
    public T? GetOrAdd(ulong hash, Func<T> make)
    {
        if (_items.TryGetValue(hash, out var known)) return known;
        if (_items.Count >= most)
        {
            if (!TryFree(hash)) return null;
        }

        var item = make();
        _items.Add(hash, item);
        _highest.Enqueue(hash, hash);
        return item;
    }

    private bool TryFree(ulong hash)
    {
        // Once a hash has been thrown out all that are held are lower: it cannot come back and be counted from anew.
        if (_highest.Peek() < hash) return false;
        _items.Remove(_highest.Dequeue());
        return true;
    }
}
