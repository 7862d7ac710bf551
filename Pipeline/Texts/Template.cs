using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Texts;

/// <summary>A text with places for arguments, cut once.</summary>
internal sealed partial record Template(IReadOnlyList<Template.Piece> Pieces)
{
    public static Template Parse(string text) =>
        new([.. Placeholder().Split(text).Where(part => part.Length > 0).Select(Piece.Of)]);

    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));

    [GeneratedRegex(@"(\{[A-Za-z0-9]+(?::[A-Za-z.]+)?\})")]
    private static partial Regex Placeholder();

    /// <summary>Plain text, or the place of an argument.</summary>
    /// <param name="Text">The text, or the argument's name.</param>
    /// <param name="Format">How the argument is shown; null for its type's own way.</param>
    internal readonly record struct Piece(string Text, bool IsPlaceholder, string? Format)
    {
        public static Piece Of(string part)
        {
            if (part is not ['{', .. var inside, '}']) return new Piece(part, false, null);
            var colon = inside.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? new Piece(inside, true, null) : new Piece(inside[..colon], true, inside[(colon + 1)..]);
        }
    }
}
