namespace CommunityDemand.Api;

/// <summary>Levels of access. A route has one of them; a host grants a caller one or several.</summary>
[Flags]
public enum Access
{
    None = 0,

    /// <summary>Anybody.</summary>
    Anonymous = 1,

    /// <summary>Programs with a key.</summary>
    Key = 2,

    /// <summary>People who are signed in.</summary>
    SignIn = 4,

    /// <summary>Every level: a host that serves its own machine alone.</summary>
    All = Anonymous | Key | SignIn,
}
