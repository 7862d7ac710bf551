using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Why rows were left out, beside what is wrong with their values.</summary>
internal static class AccountMessages
{
    public static Message CountsAlready { get; } = new("account.counts_already");

    public static Message NotInCatalogue { get; } = new("account.not_in_catalogue");

    public static Message OtherReasons { get; } = new("account.other_reasons");

    public static Message InColumn(string column, Message why) => new("account.in_column", ("column", column), ("why", why));
}
