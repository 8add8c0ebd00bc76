/// The taxonomy that a new workspace begins with: words that a contact centre can tag with from the
/// first day. It is the same text as the sample workspace's `Annotations/taxonomy.yml`, held here
/// so that the program needs no files beside it.
public enum StarterTaxonomy {
    /// The text of the file.
    public static let yaml = """
        # The words that listeners tag calls with. Change them to fit; nothing is ever deleted,
        # because annotations use it: what is no longer wanted gets `retired:` with a date, and
        # `merged-into:` where another word took its place. Keys stay for ever; labels and
        # descriptions may be bettered any time.

        # Why they called: a tree. A call has exactly one reason, the one that made them pick up
        # the phone. Choose the most exact one that is certain; the branch itself where it is none
        # below it.
        reasons:
          - key: billing
            label: Billing
            description: About a bill or a charge, where none below fits.
          - key: bill-question
            label: Bill not understood
            parent: billing
            description: They want the bill explained and do not say that it is wrong.
          - key: unexpected-charge
            label: Unexpected charge
            parent: billing
            description: An item, fee or rise in price that they did not know of or agree to.
          - key: wrong-amount
            label: Wrong amount
            parent: billing
            description: They say that the bill is wrong, such as charged twice or a discount
              left out.
          - key: refund
            label: Refund
            parent: billing
            description: They ask for money back, or where a promised refund has got to.

          - key: payment
            label: Payment
            description: About paying, where none below fits.
          - key: make-payment
            label: Make a payment
            parent: payment
            description: They call to pay, or to set up or change how they pay.
          - key: payment-failed
            label: Payment failed
            parent: payment
            description: A payment was refused, is missing, or was taken and not booked.
          - key: payment-terms
            label: More time to pay
            parent: payment
            description: They cannot pay in time and ask for instalments, a later date or relief.

          - key: delivery
            label: Order and delivery
            description: About something ordered, where none below fits.
          - key: order-status
            label: Where is my order
            parent: delivery
            description: The date promised has not passed and they want to know how it stands.
          - key: late-delivery
            label: Late or missed delivery
            parent: delivery
            description: The date promised has passed, or nobody came.
          - key: wrong-or-damaged
            label: Wrong or damaged item
            parent: delivery
            description: Something came, and it is wrong, broken or not all there.
          - key: return-or-exchange
            label: Return or exchange
            parent: delivery
            description: They want to send something back, whatever the cause.

          - key: technical-fault
            label: Technical fault
            description: Something that worked does not, where none below fits.
          - key: outage
            label: Does not work at all
            parent: technical-fault
            description: The service or product is dead, for them or for a whole area.
          - key: works-badly
            label: Works badly
            parent: technical-fault
            description: It works, and is slow, breaks off, or does part of what it should.
          - key: setup-help
            label: Help with setting up
            parent: technical-fault
            description: It is new or was moved, and they cannot get it going or do not know how
              to use it.
          - key: website-or-app
            label: Website or app
            parent: technical-fault
            description: A page or app fails or cannot be understood; logging in has its own
              reason.

          - key: account-access
            label: Account access
            description: They cannot get into their account, where none below fits.
          - key: cannot-log-in
            label: Cannot log in
            parent: account-access
            description: Password, code or lock-out, on the web, in the app or on the phone.
          - key: suspected-fraud
            label: Suspected fraud
            parent: account-access
            description: They fear that somebody else uses their account, card or name.

          - key: change-of-data
            label: Change of data
            description: They want something on record changed, where none below fits.
          - key: contact-details
            label: Address or contact
            parent: change-of-data
            description: A move, a new name, telephone number or e-mail address.
          - key: change-contract
            label: Change of contract
            parent: change-of-data
            description: Another plan, owner or option of what they have, neither bought anew nor
              ended.

          - key: appointment
            label: Appointment
            description: About a visit or a date, where none below fits.
          - key: make-appointment
            label: Make an appointment
            parent: appointment
            description: They want a date for a visit, a call or a technician.
          - key: move-appointment
            label: Move or cancel an appointment
            parent: appointment
            description: They have a date and cannot keep it.
          - key: missed-appointment
            label: Nobody came
            parent: appointment
            description: They kept the date and we did not, or we came late.

          - key: information
            label: Information
            description: They only want to know something, such as opening hours or how a thing
              is done.
          - key: sales
            label: Buying
            description: They want to buy, or ask before they buy, what they do not have yet.
          - key: cancel
            label: Cancelling
            description: They want to end the contract or the service, whether or not they are
              won back.
          - key: complaint
            label: Complaint
            description: They call to complain of how they were treated; for a fault choose the
              fault.
          - key: follow-up
            label: Open case
            description: They ask after, or add to, a case opened before; choose it over the
              first reason.
          - key: not-for-us
            label: Not for us
            description: Wrong number, silence, a test call or a matter for another company.
          - key: other-reason
            label: Something else
            description: None of these; say in a note what, so that a reason can be made of it.

        # What hurt: any number for a call, each with a severity from 1 (a nuisance) to 5 (a
        # disaster). Mark what the caller suffers, whoever is to blame. The number keys 1-9 mark
        # the nine most needed.
        pain-points:
          - key: hold-too-long
            label: Hold too long
            number-key: 1
            description: Put on hold, or left in silence, for longer than a minute at a time or
              again and again.
          - key: repeat-explanation
            label: Repeat explanation
            number-key: 2
            description: They must tell again what they told before, in this call, to a machine
              or last week.
          - key: transferred-again
            label: Transferred again
            number-key: 3
            description: Passed on to somebody else, when it was not the first time or led nowhere.
          - key: promise-not-kept
            label: Promise not kept
            number-key: 4
            description: We said that we would call back, come, send or pay, and did not.
          - key: agent-in-doubt
            label: Agent in doubt
            number-key: 5
            description: The agent does not know, guesses, or must ask a colleague.
          - key: too-many-systems
            label: Too many systems
            number-key: 6
            description: The agent searches, waits for a screen, or types the same thing twice.
          - key: call-cut-off
            label: Call cut off
            number-key: 7
            description: The call breaks off before the matter is settled, whoever or whatever
              ended it.
          - key: policy-blocks-fix
            label: Policy blocks fix
            number-key: 8
            description: The agent sees what would help and is not allowed to do it.
          - key: reached-us-angry
            label: Reached us angry
            number-key: 9
            description: Angry from the first words, from what happened before this agent spoke.
          - key: long-wait
            label: Long wait in the queue
            description: They say that they waited long, or tried several times, before anybody
              answered.
          - key: long-menu
            label: Long menu
            description: The voice menu was long, did not understand them, or led them to the
              wrong place.
          - key: unclear-answer
            label: Unclear answer
            description: They do not understand what they are told, or ask the same thing again.
          - key: wrong-information
            label: Wrong information
            description: What we say, or said before, is not true or contradicts itself.
          - key: not-listened-to
            label: Not listened to
            description: Talked over, answered from a script, or hurried off the phone.
          - key: no-ownership
            label: No ownership
            description: Nobody takes the matter on; it ends without a next step, a name or a date.
          - key: sent-elsewhere
            label: Sent elsewhere
            description: Told to call another number, use the website or come in, for what they
              called about.
          - key: vulnerable-customer
            label: Vulnerable customer
            regulated: true
            description: Ill, bereaved, in debt, afraid or in danger, and the call does not take
              care of it.
          - key: data-leak
            label: Data leak
            regulated: true
            description: Personal data told to, or asked from, somebody without checking who they
              are.

        """
}
