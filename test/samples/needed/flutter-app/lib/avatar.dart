import 'package:flutter/material.dart';

class Avatar extends StatelessWidget {
  const Avatar({super.key});

  @override
  Widget build(BuildContext context) => const CircleAvatar(
        backgroundImage: ExactAssetImage('assets/images/walker.png', scale: 2),
      );
}
