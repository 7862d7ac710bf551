using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>What an inspection tells beside what ingest tells.</summary>
internal static class InspectionMessages
{
    /// <summary>Why a file is a dataset: a mapping says so.</summary>
    public static Message ByMapping(string mapping) => new("inspect.by_mapping", ("mapping", mapping));

    /// <summary>Why a file is a dataset: its header names the columns.</summary>
    /// <param name="columns">Each as <see cref="Named"/> has it.</param>
    public static Message ByHeader(IEnumerable<Message> columns) => new("inspect.by_header", ("columns", columns));

    /// <param name="column">The dataset's column.</param>
    /// <param name="header">The header that means it.</param>
    public static Message Named(string column, string header) => new("inspect.named", ("column", column), ("header", header));

    /// <summary>Why a file is a dataset: its name begins so, and its header fits none.</summary>
    public static Message ByName() => new("inspect.by_name");

    /// <param name="columns">Headers of the columns.</param>
    public static Message WidePeriods(IEnumerable<string> columns) => new("inspect.wide_periods", ("columns", columns));

    /// <inheritdoc cref="WidePeriods"/>
    public static Message WideServices(IEnumerable<string> columns) => new("inspect.wide_services", ("columns", columns));
}
