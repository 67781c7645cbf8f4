using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ChatPS.Tests.LongestFirst", "ChatPS.Tests")]

namespace ChatPS.Tests;

/// <summary>Begins with the collection that would else be left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName != SharedState.Name);
}
