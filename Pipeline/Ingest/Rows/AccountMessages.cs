using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Why rows were left out, beside what is wrong with their values.</summary>
internal static class AccountMessages
{
    public static Message CountsAlready { get; } = new("account.counts_already");

    /// <summary>Of rows of a block that was pasted twice.</summary>
    public static Message BlockAgain { get; } = new("account.block_again");

    /// <summary>Of rows whose id another row has: in the account, where each place would be a reason of its own.</summary>
    public static Message IdConflict { get; } = new("account.id_conflict");

    public static Message TotalOfOthers { get; } = new("account.total_of_others");

    public static Message AverageOfOthers { get; } = new("account.average_of_others");

    public static Message ComparedWithOthers { get; } = new("account.compared_with_others");

    public static Message NotTheTotal { get; } = new("account.not_the_total");

    public static Message PartOfAbove { get; } = new("account.part_of_above");

    public static Message NotInCatalogue { get; } = new("account.not_in_catalogue");

    public static Message OtherReasons { get; } = new("account.other_reasons");

    /// <summary>An id's other row, in the same file.</summary>
    public static Message IdConflictAt(long line) => new("account.id_conflict_at", ("line", line));

    /// <summary>An id's other row, in another file.</summary>
    public static Message IdConflictWith(string path) => new("account.id_conflict_with", ("path", path));

    /// <param name="last">Last line of the block; the block counts once.</param>
    /// <param name="earlier">First line of the same block further up.</param>
    public static Message BlockPasted(long rows, long first, long last, long earlier) =>
        new("doubt.block_pasted", ("rows", rows), ("first", first), ("last", last), ("earlier", earlier));

    /// <inheritdoc cref="BlockPasted"/>
    /// <remarks>The block counts twice.</remarks>
    public static Message BlockCountsTwice(long rows, long first, long last, long earlier) =>
        new("doubt.block_counts_twice", ("rows", rows), ("first", first), ("last", last), ("earlier", earlier));

    public static Message MoreBlocks(int count) => new("doubt.more_blocks", ("count", count));

    public static Message InColumn(string column, Message why) => new("account.in_column", ("column", column), ("why", why));
}
