namespace CommunityDemand.Domain.Feedback;

/// <summary>What a comment is about: eight pain points, and praise.</summary>
public enum CommentTheme
{
    /// <summary>Waiting: queues, late answers, appointments far away.</summary>
    SlowResponse,

    /// <summary>Forms, papers and steps.</summary>
    ComplicatedProcess,

    /// <summary>How staff treat people.</summary>
    Attitude,

    /// <summary>What is not offered here, or not when people can come.</summary>
    MissingService,

    /// <summary>How well the service is done.</summary>
    Quality,

    /// <summary>Rooms, equipment, access.</summary>
    Facility,

    /// <summary>Prices, charges, subsidies.</summary>
    Cost,

    /// <summary>Notices, opening hours, who to ask.</summary>
    Information,

    /// <summary>Thanks and satisfaction.</summary>
    Praise,
}
