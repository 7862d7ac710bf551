namespace CommunityDemand.Domain.Evaluation;

/// <summary>What people rate from 1 to 5.</summary>
public enum SatisfactionDimension
{
    /// <summary>The mean of the dimensions that a person rated.</summary>
    Overall,

    /// <summary>内容: what is offered.</summary>
    Content,

    /// <summary>效率: how fast.</summary>
    Efficiency,

    /// <summary>态度: how kindly.</summary>
    Attitude,

    /// <summary>可持续: whether it will last.</summary>
    Sustainability,

    /// <summary>创新: whether it improves.</summary>
    Innovation,
}
