namespace CommunityDemand.Domain.Feedback;

/// <summary>Theme of a comment: eight pain points, and praise.</summary>
public enum CommentTheme
{
    /// <summary>Waiting times: queues, late answers, appointments far ahead.</summary>
    SlowResponse,

    /// <summary>Forms, documents and steps.</summary>
    ComplicatedProcess,

    /// <summary>How staff treat people.</summary>
    Attitude,

    /// <summary>Services that are not offered, or not at times when people can come.</summary>
    MissingService,

    /// <summary>Quality of the service.</summary>
    Quality,

    /// <summary>Rooms, equipment, access.</summary>
    Facility,

    /// <summary>Prices, charges, subsidies.</summary>
    Cost,

    /// <summary>Notices, opening hours, contact details.</summary>
    Information,

    /// <summary>Thanks and satisfaction.</summary>
    Praise,
}
