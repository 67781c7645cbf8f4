using ChatPS.Tests.Cmdlets.Mattermost.Real;

namespace ChatPS.Tests.Cmdlets;

/// <summary>The same as <see cref="SandboxFactAttribute"/>, for tests with several rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxTheoryAttribute : TheoryAttribute
{
    public SandboxTheoryAttribute(string reason)
    {
        Reason = reason;
        if (RealServer.IsAsked)
            Skip = reason;
    }

    /// <summary>What a real server cannot give.</summary>
    public string Reason { get; }
}
