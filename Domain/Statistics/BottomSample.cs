namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// A sample of bounded size: the items with the lowest hashes (Cohen and Kaplan 2007, "Summarizing data using bottom-k sketches", PODC).
/// The sample does not depend on the order or the frequency of the items. Every distinct item has the same chance to be in the sample.
/// </summary>
/// <param name="most">Maximum number of items, at least 1.</param>
public sealed class BottomSample<T>(int most)
    where T : class
{
    private readonly Dictionary<ulong, T> _items = [];
    private readonly PriorityQueue<ulong, ulong> _highest = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));

    /// <summary>Items of the sample, in order of their hashes.</summary>
    public IEnumerable<(ulong Hash, T Value)> Items => _items.OrderBy(item => item.Key).Select(item => (item.Key, item.Value));

    /// <summary>Whether the sample holds an item with the hash.</summary>
    public bool Holds(ulong hash) => _items.ContainsKey(hash);

    /// <summary>The item with a hash, created if it is new; null where the sample has no room for it.</summary>
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
        // After a hash was removed, all hashes in the sample are lower. The removed hash therefore cannot return and be counted again
        // from 0.
        if (_highest.Peek() < hash) return false;
        _items.Remove(_highest.Dequeue());
        return true;
    }
}
