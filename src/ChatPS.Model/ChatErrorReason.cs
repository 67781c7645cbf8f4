namespace ChatPS;

/// <summary>Why a call failed. An error record's id is <c>ChatPS.</c> and this name.</summary>
public enum ChatErrorReason
{
    /// <summary>The input was refused, by ChatPS or by the server.</summary>
    InvalidRequest,

    /// <summary>The token or password was not accepted.</summary>
    Unauthorized,

    /// <summary>The account may not do this.</summary>
    Forbidden,

    /// <summary>There is no such thing, or the account may not see it.</summary>
    NotFound,

    /// <summary>It exists already, or its state does not allow this.</summary>
    Conflict,

    /// <summary>The platform's rate limit was hit and retries were used up.</summary>
    RateLimited,

    /// <summary>The server failed.</summary>
    ServerError,

    /// <summary>No answer came in time.</summary>
    Timeout,

    /// <summary>The server could not be reached, or the connection was lost.</summary>
    ConnectionFailed,

    /// <summary>The answer is not what the API promises.</summary>
    InvalidResponse,

    /// <summary>The platform, or this server, does not have it.</summary>
    NotSupported,

    /// <summary>No session fits; connect first.</summary>
    NoSession,
}
