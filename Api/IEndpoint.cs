namespace CommunityDemand.Api;

/// <summary>Routes of one matter. Every class of this project that implements the interface is found and mapped.</summary>
internal interface IEndpoint
{
    IEnumerable<ApiRoute> Routes { get; }
}
