namespace CommunityDemand.Pipeline.Tables;

/// <summary>Kind of a public column's values. It follows from the type of the row's property.</summary>
internal enum ColumnKind
{
    /// <summary>Text or a code.</summary>
    Text,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A day, stored as midnight UTC.</summary>
    Day,

    /// <summary>A moment, in UTC.</summary>
    Instant,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A code with arguments, stored as JSON and answered with its text.</summary>
    Message,

    /// <summary>Several messages, stored as a JSON array.</summary>
    Messages,

    /// <summary>Several messages, each with the rows that it is about, stored as a JSON array.</summary>
    MessageRows,
}
