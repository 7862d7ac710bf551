using System.Buffers.Text;
using System.Text;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>Where a reader goes on: in which run, and after which row. Opaque to readers.</summary>
/// <param name="Run">The run that the first page came from; empty for tables that are no run's.</param>
/// <param name="Continuation">The storage account's own continuation.</param>
/// <param name="Digest">The question's digest.</param>
internal sealed record PageToken(string Run, string Continuation, string Digest)
{
    /// <exception cref="TableQueryException">The text is no token, or one of another question.</exception>
    public static PageToken Parse(string text, string digest)
    {
        const string Remedy = "Pass header x-next-page of the answer before, with the same other parameters; or leave page out to start again.";
        if (!Base64Url.IsValid(text)) throw new TableQueryException("That is no page.", Remedy);
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 3) switch
        {
            [var of, var run, var continuation] when of == digest => new PageToken(run, continuation, digest),
            [_, _, _] => throw new TableQueryException("That page is of another question.", Remedy),
            _ => throw new TableQueryException("That is no page.", Remedy),
        };
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Digest}\n{Run}\n{Continuation}"));
}
