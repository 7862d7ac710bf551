using System.Globalization;
using System.Text.Json.Serialization;

namespace CommunityDemand.Domain.Messages;

/// <summary>
/// A sentence as data: a code with named, typed arguments. Tables store messages; the text is rendered from the code in the reader's
/// language, in one place.
/// </summary>
[JsonConverter(typeof(MessageConverter))]
public sealed class Message : IEquatable<Message>
{
    private string? _shown;

    /// <param name="code">Code of the sentence, such as <c>run.fewDays</c>.</param>
    /// <param name="arguments">
    /// Arguments by name: text, finite numbers, days, flags, messages, or lists of these. Days become ISO text, whole numbers
    /// <see cref="long"/>, other numbers
    /// <see cref="double"/>: a message that was stored equals the one that is read.
    /// </param>
    /// <exception cref="ArgumentException">The code is empty, a name comes twice or is reserved, or a value is of another type.</exception>
    public Message(string code, params IEnumerable<(string Name, object Value)> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        Code = code;
        Arguments = [.. arguments.Select(argument => KeyValuePair.Create(argument.Name, Normal(argument.Value, argument.Name)))];
        if (Arguments.Select(argument => argument.Key).Append("code").GroupBy(name => name)
            .FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Message {code} has argument '{twice.Key}' twice.", nameof(arguments));
    }

    public string Code { get; }

    /// <summary>Arguments in the order given. Values are <see cref="string"/>, <see cref="long"/>, <see cref="double"/>,
    /// <see cref="bool"/>, <see cref="Message"/> or an <c>object[]</c> of these.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Arguments { get; }

    /// <summary>The value of an argument; null where the message has none of that name.</summary>
    public object? this[string name] => Arguments.FirstOrDefault(argument => argument.Key == name).Value;

    public bool Equals(Message? other) => ReferenceEquals(this, other) || (other is not null && ToString() == other.ToString());

    public override bool Equals(object? obj) => Equals(obj as Message);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Code and arguments, for logs and tests: <c>run.fewDays(days: 3)</c>.</summary>
    public override string ToString() =>
        _shown ??= $"{Code}({string.Join(", ", Arguments.Select(argument => $"{argument.Key}: {Shown(argument.Value)}"))})";

    private static string Shown(object value) => value switch
    {
        object[] list => $"[{string.Join(", ", list.Select(Shown))}]",
        string text => $"'{text}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static object Normal(object value, string name) => value switch
    {
        string or long or bool or Message => value,
        int number => (long)number,
        double number when double.IsFinite(number) => double.IsInteger(number) && Math.Abs(number) < 1L << 53 ? (long)number : number,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list => list.Cast<object>().Select(one => Normal(one, name)).ToArray(),
        _ => throw new ArgumentException($"Argument '{name}' can't be {value}.", name),
    };
}
