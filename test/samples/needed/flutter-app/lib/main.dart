import 'package:flutter/material.dart';

import 'avatar.dart';

/// Shows `Image.asset('assets/images/doc_comment.png')` and more.
void main() => runApp(const TrailLog());

const mapPath = 'assets/maps/from_a_constant.png';

class TrailLog extends StatelessWidget {
  const TrailLog({super.key});

  @override
  Widget build(BuildContext context) {
    // Image.asset('assets/images/commented.png'),
    return MaterialApp(
      title: "It's a log",
      home: Scaffold(
        body: Column(
          children: [
            Image.asset('assets/logo.png', width: 48, height: 48),
            Image.asset(
              'assets/images/mountains.png',
              semanticLabel: 'Mountains above a green valley',
              width: 800,
              height: 450,
            ),
            Image.asset('assets/images/boots.png'),
            Image.asset(mapPath),
            Image.asset('assets/images/${DateTime.now().month}.png'),
            Image.asset('icons/heart.png', package: 'cupertino_icons'),
            Image.network('https://trail.example/banner.png'),
            Image.network('https://picsum.photos/400/300'),
            Container(
              decoration: const BoxDecoration(
                image: DecorationImage(image: AssetImage("assets/images/paper.png")),
              ),
              child: const Avatar(),
            ),
          ],
        ),
      ),
    );
  }
}
