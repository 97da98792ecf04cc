import SwiftUI

struct WelcomeView: View {
    var body: some View {
        VStack {
            Image("LaunchImage")
            Image("Welcome", label: Text("A path that leads into the hills"))
            Image(systemName: "figure.walk")
            // Image("Commented")
        }
    }
}
