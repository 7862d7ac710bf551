using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>An object of a mapping file. Whatever is wrong in the object is said with the place in the JSON.</summary>
internal sealed class MappingObject
{
    /// <summary>Characters of a regular expression.</summary>
    public const int LongestPattern = 1_000;

    private readonly string _source;
    private readonly string _place;
    private readonly JsonElement _value;

    /// <param name="source">Name of the file, for messages.</param>
    /// <param name="known">Keys that the object may have; null where any key may stand.</param>
    /// <exception cref="MappingException">The value is no object, or has other keys.</exception>
    public MappingObject(string source, JsonElement value, string place, IReadOnlyList<string>? known)
    {
        (_source, _value, _place) = (source, value, place);
        if (value.ValueKind != JsonValueKind.Object) throw Fault(MappingMessages.NoObject());
        foreach (var member in value.EnumerateObject())
        {
            if (known?.Contains(member.Name) == false) throw Fault(member.Name, MappingMessages.UnknownName(known));
        }
    }

    public bool Has(string name) => _value.TryGetProperty(name, out _);

    /// <summary>A text or number; null where the object has no such key.</summary>
    public string? Text(string name)
    {
        if (!_value.TryGetProperty(name, out var member)) return null;
        return Scalar(member) ?? throw Fault(name, MappingMessages.NoScalar());
    }

    public bool IsNumber(string name) => _value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number;

    public IReadOnlyList<string> Texts(string name) =>
    [
        .. (Member(name, JsonValueKind.Array, MappingMessages.NoList())?.EnumerateArray() ?? default)
            .Select((item, i) => Scalar(item) ?? throw Fault($"{name}[{i}]", MappingMessages.NoScalar())),
    ];

    /// <summary>True, false, or null where the object has no such key.</summary>
    public bool? Flag(string name)
    {
        if (!_value.TryGetProperty(name, out var member)) return null;
        return member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : throw Fault(
            name, MappingMessages.NoFlag());
    }

    /// <summary>A whole number from 1; null where the object has no such key.</summary>
    public int? Count(string name)
    {
        if (!_value.TryGetProperty(name, out var member)) return null;
        return member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number) && number > 0
            ? number
            : throw Fault(name, MappingMessages.NoCount());
    }

    /// <summary>What a word means; the default where the object has no such key.</summary>
    public T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
    {
        if (Text(name) is not { } word) return default;
        return words.TryGetValue(word, out var meant) ? meant : throw Fault(name, MappingMessages.UnknownWord(words.Keys));
    }

    /// <summary>A regular expression; null where the object has no such key.</summary>
    public Regex? Pattern(string name)
    {
        if (Text(name) is not { } pattern) return null;
        if (pattern.Length > LongestPattern) throw Fault(name, MappingMessages.BadPattern(pattern[..LongestPattern]));
        try
        {
            // Time of such an expression is linear in the text, so that no text needs a timeout.
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
        {
            throw Fault(name, MappingMessages.BadPattern(pattern));
        }
    }

    public MappingObject? Object(string name, IReadOnlyList<string>? known) =>
        Member(name, JsonValueKind.Object, MappingMessages.NoObject()) is { } member ? Inner(name, member, known) : null;

    /// <summary>The objects of a list.</summary>
    /// <param name="what">Said of an item that is no object.</param>
    public IEnumerable<MappingObject> Objects(string name, IReadOnlyList<string> known, Message what) =>
        (Member(name, JsonValueKind.Array, MappingMessages.NoList())?.EnumerateArray() ?? default).Select((item, i) =>
            item.ValueKind == JsonValueKind.Object ? Inner($"{name}[{i}]", item, known) : throw Fault($"{name}[{i}]", what));

    /// <summary>The keys of the object with their values: texts or objects.</summary>
    /// <param name="known">Keys that an object may have.</param>
    /// <param name="what">Said of what is neither.</param>
    public IEnumerable<(string Name, string? Text, MappingObject? Object)> Members(IReadOnlyList<string>? known, Message what) =>
        _value.EnumerateObject().Select(member => member.Value.ValueKind switch
        {
            JsonValueKind.String => (member.Name, member.Value.GetString(), (MappingObject?)null),
            JsonValueKind.Object => (member.Name, null, Inner(member.Name, member.Value, known)),
            _ => throw Fault(member.Name, what),
        });

    /// <summary>Texts or numbers by their keys, which are compared without case.</summary>
    public IReadOnlyDictionary<string, string> Pairs(string name)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Member(name, JsonValueKind.Object, MappingMessages.NoObject())?.EnumerateObject() ?? default)
        {
            pairs[pair.Name] = Scalar(pair.Value) ?? throw Fault($"{name}.{pair.Name}", MappingMessages.NoScalar());
        }

        return pairs;
    }

    /// <summary>Place of a key in the JSON.</summary>
    public string PlaceOf(string name) => $"{_place}.{name}";

    public MappingException Fault(Message what) => new(MappingMessages.Fault(_source, _place, what));

    public MappingException Fault(string name, Message what) => new(MappingMessages.Fault(_source, PlaceOf(name), what));

    private MappingObject Inner(string name, JsonElement value, IReadOnlyList<string>? known) => new(_source, value, PlaceOf(name), known);

    private JsonElement? Member(string name, JsonValueKind kind, Message what)
    {
        if (!_value.TryGetProperty(name, out var member)) return null;
        return member.ValueKind == kind ? member : throw Fault(name, what);
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
