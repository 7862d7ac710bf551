namespace CommunityDemand.Domain.Evaluation;

/// <summary>Dimensions of satisfaction that residents rate from 1 to 5.</summary>
public enum SatisfactionDimension
{
    /// <summary>The mean of the dimensions that a person rated.</summary>
    Overall,

    /// <summary>内容: what the service offers.</summary>
    Content,

    /// <summary>效率: how fast the service is.</summary>
    Efficiency,

    /// <summary>态度: how staff treat people.</summary>
    Attitude,

    /// <summary>可持续: whether the service will last.</summary>
    Sustainability,

    /// <summary>创新: whether the service improves.</summary>
    Innovation,
}
