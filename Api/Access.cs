namespace CommunityDemand.Api;

/// <summary>Levels of access. A route has one level; a host grants a caller one or several.</summary>
[Flags]
public enum Access
{
    None = 0,

    /// <summary>Access for anybody.</summary>
    Anonymous = 1,

    /// <summary>Access for programs with a key.</summary>
    Key = 2,

    /// <summary>Access for people who are signed in.</summary>
    SignIn = 4,

    /// <summary>Every level: for a host that serves its own machine only.</summary>
    All = Anonymous | Key | SignIn,
}
