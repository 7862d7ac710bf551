using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>The message of a rejected upload. Texts in it may come from the file, so that the ledger bounds them.</summary>
internal static class Rejection
{
    // Half of a surrogate pair takes six characters in JSON, and a column of the ledger takes 32,768.
    private const int LongestText = 430;

    /// <summary>One message of several.</summary>
    public static Message Of(IReadOnlyList<Message> sentences) => sentences is [var only] ? only : UploadMessages.Sentences(sentences);

    /// <summary>The same, as long as a row of the ledger takes.</summary>
    public static Message Bounded(IReadOnlyList<Message> sentences) => (Message)Bounded(Of(sentences));

    private static object Bounded(object value) => value switch
    {
        string { Length: > LongestText } text => text[..LongestText],
        Message message => new Message(message.Code, message.Arguments.Select(argument => (argument.Key, Bounded(argument.Value)))),
        object[] list => Array.ConvertAll(list, Bounded),
        _ => value,
    };
}
