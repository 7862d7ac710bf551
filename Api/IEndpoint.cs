namespace CommunityDemand.Api;

/// <summary>A group of related routes. Every class of this project with this interface is found and mapped.</summary>
internal interface IEndpoint
{
    IEnumerable<ApiRoute> Routes { get; }
}
