using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Circles.Starting;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles;

/// <summary>Circles and their neighbours to write tests about.</summary>
internal static class Neighbours
{
    extension(TestApp app)
    {
        public async Task<CircleId> StartCircleAsync(string name = "Lindelaan en omgeving")
        {
            var id = CircleId.New();
            Assert.Null(await app.DoAsync<StartCircle>(start => start.HandleAsync(id, name, default)));
            return id;
        }

        /// <summary>A neighbour with a landline who is in the circle.</summary>
        public async Task<Person> AddMemberAsync(
            CircleId circle,
            string givenName,
            string familyName,
            string? number = null,
            bool sharesNumber = true,
            string ownWords = "",
            AddressId? home = null
        )
        {
            var ways = number is null ? null : new WaysToReach(Channel.Call, Phone: PhoneNumber.Read(number));
            var person = await app.AddPersonAsync(givenName, familyName, ways, home);
            Assert.Null(await app.DoAsync<JoinCircle>(j => j.HandleAsync(circle, person.Id, sharesNumber, ownWords, default)));
            return person;
        }

        public Task<Refusal?> NameContactsAsync(CircleId circle, Person? first, Person? second, Person? reserve = null) =>
            app.DoAsync<NameContacts>(name => name.HandleAsync(circle, first?.Id, second?.Id, reserve?.Id, default));

        public Task<Refusal?> LeaveAsync(CircleId circle, Person person) =>
            app.DoAsync<LeaveCircle>(leave => leave.HandleAsync(circle, person.Id, default));

        public Task<CircleCard?> CardOfAsync(CircleId circle) =>
            app.InScopeAsync(scope => scope.GetRequiredService<ICircles>().FindAsync(circle, default));

        public Task<Circle> CircleAsync(CircleId circle) =>
            app.InDbAsync(db => db.Circles.AsNoTracking().SingleAsync(c => c.Id == circle));

        /// <summary>Whether something about the circle stands on the desk.</summary>
        public Task<bool> IsOnTheDeskAsync(CircleId circle) =>
            app.InDbAsync(db => db.Set<FollowUp>().AnyAsync(f => f.SubjectId == circle.Value && f.ClosedAt == null));

        /// <summary>Does what a page would do.</summary>
        public Task<Refusal?> DoAsync<TCommand>(Func<TCommand, Task<Refusal?>> act)
            where TCommand : notnull => app.InScopeAsync(scope => act(scope.GetRequiredService<TCommand>()));
    }
}
