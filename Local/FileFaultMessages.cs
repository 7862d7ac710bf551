using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Texts;
using Sylvan.Data.Csv;

namespace CommunityDemand.Local;

/// <summary>Reasons why a file or a folder cannot be used: clauses without a full stop.</summary>
internal static class FileFaultMessages
{
    /// <summary>The reason in English, the language of the command line.</summary>
    public static string Tell(Exception failure) => MessageTexts.English.Render(failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => Missing(),
        DriveNotFoundException => DriveMissing(),
        PathTooLongException => PathTooLong(),
        EndOfStreamException => EndsEarly(),
        UnauthorizedAccessException => Refused(),
        CsvFormatException => BadQuote(),
        InvalidDataException => Damaged(),
        _ => HeldOrFailing(),
    });

    public static Message Missing() => new("fileFault.missing");

    public static Message DriveMissing() => new("fileFault.drive_missing");

    public static Message PathTooLong() => new("fileFault.path_too_long");

    public static Message EndsEarly() => new("fileFault.ends_early");

    public static Message Refused() => new("fileFault.refused");

    public static Message Damaged() => new("fileFault.damaged");

    public static Message BadQuote() => new("fileFault.bad_quote");

    public static Message HeldOrFailing() => new("fileFault.held_or_failing");
}
