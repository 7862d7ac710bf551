using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Texts;

/// <summary>
/// Texts of messages in one language: the only place at which a sentence is made. A text is a template with <c>{argument}</c> or
/// <c>{argument:format}</c> (<see cref="ValueText"/>). A text with a form for each plural (CLDR: <c>one</c>, <c>other</c>) is chosen by the
/// shown figure of argument <c>count</c>, or of the argument that <c>by</c> names.
/// </summary>
public sealed class MessageTexts
{
    private readonly FrozenDictionary<string, Forms> _texts;
    private readonly ValueText _values;

    private MessageTexts(Language language)
    {
        Language = language;
        _values = new ValueText(this);
        using var stream = typeof(MessageTexts).Assembly.GetManifestResourceStream(
            $"{typeof(MessageTexts).Namespace}.{language.Code()}.json")!;
        _texts = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream)!.ToFrozenDictionary(
            text => text.Key, text => Forms.Of(text.Value));
    }

    public static MessageTexts English { get; } = new(Language.English);

    public static MessageTexts Chinese { get; } = new(Language.Chinese);

    public Language Language { get; }

    /// <summary>Codes of all texts, and of all words.</summary>
    public IEnumerable<string> Codes => _texts.Keys;

    public static MessageTexts Of(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>The sentence. A message without a text, as another version may have stored it, reads as its code and arguments.</summary>
    public string Render(Message message)
    {
        if (!_texts.TryGetValue(message.Code, out var forms)) return message.ToString();
        var text = new StringBuilder();
        foreach (var piece in FormOf(forms, message).Pieces)
        {
            if (!piece.IsPlaceholder) text.Append(piece.Text);
            else if (message[piece.Text] is { } value) text.Append(_values.Of(value, piece.Format));
        }

        return text.ToString();
    }

    /// <summary>A code of the tables in words, such as <c>level.community</c>; a code without a word as it is.</summary>
    public string Word(string group, string code) =>
        _texts.TryGetValue($"{group}.{code}", out var forms) ? forms.Other.ToString() : code.Replace('_', ' ');

    /// <summary>A group's codes, each with its word.</summary>
    public IReadOnlyDictionary<string, string> Words(string group) => _texts
        .Where(text => text.Key.StartsWith(group + ".", StringComparison.Ordinal))
        .OrderBy(text => text.Key, StringComparer.Ordinal)
        .ToDictionary(text => text.Key[(group.Length + 1)..], text => text.Value.Other.ToString(), StringComparer.Ordinal);

    /// <summary>Names of the arguments that a text uses, of all its forms, each with its formats.</summary>
    internal IEnumerable<(string Argument, string? Format)> Placeholders(string code) =>
        _texts[code].All.SelectMany(template => template.Pieces)
            .Where(piece => piece.IsPlaceholder).Select(piece => (piece.Text, piece.Format)).Distinct();

    // A reader sees the shown figure: 1.04 that is shown as 1 takes the singular.
    private Template FormOf(Forms forms, Message message)
    {
        if (forms.One is null || message[forms.By] is not { } count) return forms.Other;
        return _values.Of(count, forms.Format).TrimStart('+', '-') == "1" ? forms.One : forms.Other;
    }

    /// <summary>A text's forms. Chinese has one for all numbers.</summary>
    /// <param name="By">The argument that chooses the form.</param>
    private sealed record Forms(Template? One, Template Other, string By = "count")
    {
        public IEnumerable<Template> All => One is null ? [Other] : [One, Other];

        /// <summary>How the plural shows the argument that chooses the form.</summary>
        public string? Format { get; } = Other.Pieces.FirstOrDefault(piece => piece.IsPlaceholder && piece.Text == By).Format;

        public static Forms Of(JsonElement text) => text.ValueKind == JsonValueKind.String
            ? new Forms(null, Template.Parse(text.GetString()!))
            : new Forms(
                Template.Parse(text.GetProperty("one").GetString()!),
                Template.Parse(text.GetProperty("other").GetString()!),
                text.TryGetProperty("by", out var by) ? by.GetString()! : "count");
    }
}
