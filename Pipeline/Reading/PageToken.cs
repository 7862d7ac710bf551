using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>Where a reader goes on: in which run, and after which row. Opaque to readers.</summary>
/// <param name="Run">The run that the first page came from; empty for tables that are no run's.</param>
/// <param name="Continuation">The storage account's own continuation.</param>
/// <param name="Digest">The question's digest.</param>
internal sealed record PageToken(string Run, string Continuation, string Digest)
{
    private const string Remedy =
        "Pass header x-next-page of the answer before, with the same other parameters; or leave page out to start again.";

    // Enough against accidents; whoever forges a page sees no more than whoever asks.
    private const int SumLength = 8;

    /// <exception cref="TableQueryException">The text is no token, or one of another question.</exception>
    public static PageToken Parse(string text, string digest) => Whole(text)?.Split('\n', 3) switch
    {
        [var of, var run, var continuation] when of == digest => new PageToken(run, continuation, digest),
        [_, _, _] => throw new TableQueryException("That page is of another question.", Remedy),
        _ => throw new TableQueryException("That is no page.", Remedy),
    };

    public override string ToString()
    {
        var content = Encoding.UTF8.GetBytes($"{Digest}\n{Run}\n{Continuation}");
        return Base64Url.EncodeToString([.. Sum(content), .. content]);
    }

    // A page cut short or altered could go on anywhere, and leave rows out unnoticed.
    private static string? Whole(string text)
    {
        if (!Base64Url.IsValid(text)) return null;
        ReadOnlySpan<byte> token = Base64Url.DecodeFromChars(text);
        return token.Length > SumLength && token[..SumLength].SequenceEqual(Sum(token[SumLength..]))
            ? Encoding.UTF8.GetString(token[SumLength..])
            : null;
    }

    private static ReadOnlySpan<byte> Sum(ReadOnlySpan<byte> content) => SHA256.HashData(content).AsSpan(0, SumLength);
}
